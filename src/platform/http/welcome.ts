// The first page, until the screens come: what this is and where to go on.
import type { App } from './server.ts'

const PAGE = `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Selaras</title>
<link rel="stylesheet" href="/selaras.css">
<main>
<h1>Selaras</h1>
<p class="lead">Akuntabilitas kinerja: setiap angka dapat ditelusuri melalui rumus dan dasar hukumnya sampai ke bukti.</p>
<h2>Satu angka, dari mana asalnya?</h2>
<p>Laporan 2024 Kota Administrasi Jakarta Pusat mencetak capaian <strong>104,08</strong>. Jalankan di folder program:</p>
<pre tabindex="0">npx selaras explain --unit dki.jakpus --indikator IKL --periode 2024</pre>
<h2>Untuk pengembang</h2>
<ul>
<li><a href="/api/openapi.json">Kontrak API (OpenAPI 3.1)</a>: masuk dengan <code>POST /api/sesi</code></li>
<li><a href="/health/ready">Kesiapan</a> dan <a href="/metrics">metrik</a></li>
</ul>
</main>
</html>
`

const STYLE = `body{margin:0;background:#fff;color:#14213d;font:17px/1.5 'Plus Jakarta Sans',system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:3rem 1.25rem}
h1{font-size:35px;line-height:1.25;margin:0 0 .5rem;color:#0b4f8a}
h2{font-size:21px;line-height:1.25;margin:2.5rem 0 .5rem}
.lead{font-size:21px;margin:0;color:#4b5873}
strong{font-variant-numeric:tabular-nums}
pre,code{font:15px/1.5 ui-monospace,monospace;background:#f6f7fb}
pre{padding:1rem;border:1px solid #d9deea;overflow-x:auto}
a{color:#0b4f8a}
a:focus-visible,pre:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}`

export function routes(app: App): void {
  app.get('/', { config: { may: 'public' }, schema: { hide: true } }, (_req, reply) =>
    reply.type('text/html; charset=utf-8').send(PAGE),
  )
  app.get('/selaras.css', { config: { may: 'public' }, schema: { hide: true } }, (_req, reply) =>
    reply.type('text/css; charset=utf-8').send(STYLE),
  )
}
