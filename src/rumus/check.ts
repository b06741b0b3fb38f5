// The check before a formula is saved: kinds, units, weights, names. It runs nothing; what only data can show stays a GALAT.
import { type Decimal, formatDecimal, HUNDRED, parseDecimal } from '../platform/kernel/decimal.ts'
import { findFunction } from './functions.ts'
import { figures, type Jenis, type Kind, kindInWords, number, sameUnit, TEXT, TRUTH, type Typed, UNKNOWN } from './kind.ts'
import { nearest } from './nearest.ts'
import { type IndikatorRef, isComparison, type Node, type NodeOf, type Tree } from './tree.ts'
import { fits, multiply, PURE, raise, unitInWords, unitOf } from './unit.ts'
import { fold, type Letak } from './value.ts'
import { unfinishedWeights } from './weights.ts'

/** `salah` refuses the saving, `peringatan` asks for a second look. */
export type Keberatan = {
  readonly kode: string
  readonly berat: 'salah' | 'peringatan'
  readonly pesan: string
  readonly saran: string | null
  readonly letak: Letak
}

export type Declared = {
  /** Kinds by folded name. Without it no name is known to be missing. */
  readonly data?: ReadonlyMap<string, Jenis>
  /** The unit of another indicator's result; undefined where there is no such indicator. */
  readonly indikator?: (ref: IndikatorRef) => { readonly satuan: string | null; readonly kategori?: boolean } | undefined
  /** What the indicator's value must be. */
  readonly hasil?: { readonly jenis: 'ANGKA' | 'KATEGORI'; readonly satuan: string | null }
}

export function check(tree: Tree, declared: Declared = {}): { readonly hasil: Kind; readonly keberatan: readonly Keberatan[] } {
  const checker = new Check(declared)
  const hasil = checker.whole(tree.root)
  return { hasil, keberatan: checker.found }
}

class Check {
  readonly found: Keberatan[] = []
  readonly #declared: Declared

  constructor(declared: Declared) {
    this.#declared = declared
  }

  readonly #wrong = (kode: string, pesan: string, letak: Letak, saran?: string): void => {
    this.found.push({ kode, berat: 'salah', pesan, saran: saran ?? null, letak })
  }
  readonly #doubt = (kode: string, pesan: string, letak: Letak, saran?: string): void => {
    this.found.push({ kode, berat: 'peringatan', pesan, saran: saran ?? null, letak })
  }

  whole(root: Node): Kind {
    const kind = this.#kind(root)
    for (const { sum, node, chosen } of unfinishedWeights(root)) {
      const lacking = HUNDRED.minus(sum)
      const said = (d: Decimal) => `${formatDecimal(d, Math.min(d.decimalPlaces(), 4))}%`
      const report = chosen ? this.#doubt : this.#wrong
      report(
        'BOBOT_BUKAN_100',
        `Bobot berjumlah ${said(sum)}, bukan 100%.`,
        node.letak,
        `Sesuaikan salah satu bobotnya sebesar ${said(lacking)}.`,
      )
    }
    if (kind.kolom)
      this.#wrong(
        'BUKAN_SATU_NILAI',
        'Rumus menghasilkan kolom, bukan satu nilai.',
        root.letak,
        'Bungkus dengan AVERAGE(…), SUM(…) atau fungsi lain yang memberi satu nilai.',
      )
    const wanted = this.#declared.hasil
    if (!wanted || kind.of === 'APA_PUN') return kind
    const category = kind.of === 'KATEGORI' || kind.of === 'TEKS'
    if (wanted.jenis === 'ANGKA' ? kind.of !== 'ANGKA' : !category && kind.of !== 'ANGKA')
      this.#wrong(
        'HASIL_SALAH_JENIS',
        `Rumus menghasilkan ${kindInWords(kind)}; indikator ini berupa ${wanted.jenis.toLowerCase()}.`,
        root.letak,
      )
    const unit = unitOf(wanted.satuan)
    if (kind.of === 'ANGKA' && wanted.jenis === 'ANGKA' && !fits(unit, kind.satuan))
      this.#wrong(
        'SATUAN_HASIL',
        `Rumus menghasilkan ${unitInWords(kind.satuan)}, padahal satuan indikator ${wanted.satuan}.`,
        root.letak,
      )
    const bareRatio = root.kind === 'binary' && root.operator === '/' && kind.satuan?.size === 0 && !this.#isMultiple(root.left)
    if (bareRatio && unit?.has('persen'))
      this.#doubt(
        'BELUM_PERSEN',
        'Hasilnya perbandingan (0 sampai 1), padahal satuan indikator persen.',
        root.letak,
        'Kalikan dengan 100.',
      )
    return kind
  }

  #kind(node: Node): Kind {
    switch (node.kind) {
      case 'number':
        return { ...number(null), tetap: true }
      case 'text':
        return { ...TEXT, pilihan: [node.text] }
      case 'boolean':
        return TRUTH
      case 'name':
        return this.#name(node)
      case 'column':
        return this.#column(node)
      case 'indikator':
        return this.#indikator(node)
      case 'negate': {
        const { tetap, ...kind } = sameUnit([this.#typed(node.operand)], this.#wrong, 'dikurangkan')
        return this.#isConstant(node.operand) ? { ...kind, tetap: true } : kind
      }
      case 'binary':
        return this.#binary(node)
      case 'call':
        return this.#call(node)
    }
  }

  readonly #typed = (node: Node): Typed => ({ kind: this.#kind(node), letak: node.letak })

  #name({ name, letak }: NodeOf<'name'>): Kind {
    const { data } = this.#declared
    const jenis = data?.get(name)
    if (jenis?.jenis === 'TABEL') {
      const [column] = Object.keys(jenis.kolom).slice(-1)
      this.#wrong('TABEL_TANPA_KOLOM', `"${name}" adalah tabel; sebutkan kolomnya.`, letak, `${name}[${column ?? 'nilai'}]`)
      return UNKNOWN
    }
    if (data && !jenis) this.#unknown('Nama', name, [...data.keys()], letak)
    return jenis ? declaredKind(jenis) : UNKNOWN
  }

  #column({ table, column, letak }: NodeOf<'column'>): Kind {
    const { data } = this.#declared
    const jenis = data?.get(table)
    if (data && !jenis) this.#unknown('Tabel', table, [...data.keys()], letak)
    if (!jenis) return { ...UNKNOWN, kolom: true }
    if (jenis.jenis !== 'TABEL') {
      this.#wrong('BUKAN_TABEL', `"${table}" bukan tabel, jadi tidak mempunyai kolom.`, letak, table)
      return declaredKind(jenis)
    }
    const found = Object.entries(jenis.kolom).find(([name]) => fold(name) === column)?.[1]
    if (!found) this.#unknown('Kolom', column, Object.keys(jenis.kolom), letak)
    return { ...(found ? declaredKind(found) : UNKNOWN), kolom: true }
  }

  #indikator({ ref, letak }: NodeOf<'indikator'>): Kind {
    if (!this.#declared.indikator) return { ...UNKNOWN, kolom: ref.anak }
    const found = this.#declared.indikator(ref)
    if (!found) this.#wrong('INDIKATOR_TIDAK_DIKENAL', `Indikator "${ref.kode}" tidak ada dalam kamus kantor ini.`, letak)
    if (found?.kategori) return { of: 'KATEGORI', satuan: PURE, kolom: ref.anak }
    return found ? number(unitOf(found.satuan), ref.anak) : { ...UNKNOWN, kolom: ref.anak }
  }

  #binary({ operator, left, right, letak }: NodeOf<'binary'>): Kind {
    const parts = [this.#typed(left), this.#typed(right)] as const
    const [a, b] = [parts[0].kind, parts[1].kind]
    const kolom = a.kolom || b.kolom
    if (isComparison(operator)) {
      this.#compared(parts, operator === '=' || operator === '<>')
      return { ...TRUTH, kolom }
    }
    if (operator === '+') return this.#constantOr(parts, sameUnit(parts, this.#wrong, 'ditambahkan pada'))
    if (operator === '-') return this.#constantOr(parts, sameUnit(parts, this.#wrong, 'dikurangkan dari'))
    figures(parts, this.#wrong, operator === '^' ? 'dipangkatkan' : operator === '*' ? 'dikali' : 'dibagi')
    if (operator === '/' && right.kind === 'number' && parseDecimal(right.text).isZero())
      this.#wrong('BAGI_NOL', 'Pembagian dengan nol.', letak)
    if (a.tetap && b.tetap) return { ...number(null), tetap: true }
    if (operator === '^')
      return number(
        right.kind === 'number' && /^\d$/.test(right.text) && !right.percent ? raise(a.satuan, Number(right.text)) : null,
        kolom,
      )
    if (b.tetap) return number(a.satuan, kolom)
    if (a.tetap) return number(operator === '*' ? b.satuan : raise(b.satuan, -1), kolom)
    return number(multiply(a.satuan, b.satuan, operator === '*' ? 1 : -1), kolom)
  }

  #constantOr([a, b]: readonly [Typed, Typed], kind: Kind): Kind {
    return a.kind.tetap && b.kind.tetap ? { ...kind, tetap: true } : kind
  }

  #isConstant(node: Node): boolean {
    return node.kind === 'number' || (node.kind === 'negate' && this.#isConstant(node.operand))
  }

  /** A product with a number among its factors. */
  #isMultiple(node: Node): boolean {
    if (node.kind !== 'binary' || (node.operator !== '*' && node.operator !== '/')) return false
    if (node.operator === '*' && (this.#isConstant(node.left) || this.#isConstant(node.right))) return true
    return this.#isMultiple(node.left) || (node.operator === '*' && this.#isMultiple(node.right))
  }

  #compared(parts: readonly [Typed, Typed], equality: boolean): void {
    const [a, b] = parts.map((p) => p.kind) as [Kind, Kind]
    if (a.of === 'APA_PUN' || b.of === 'APA_PUN') return
    if (a.of === 'ANGKA' && b.of === 'ANGKA') {
      sameUnit(parts, this.#wrong, 'dibandingkan dengan')
      return
    }
    const words = (kind: Kind) => kind.of === 'TEKS' || kind.of === 'KATEGORI'
    if (!equality) {
      figures(parts, this.#wrong, 'diurutkan')
    } else if (words(a) && words(b)) {
      // Of another indicator's category nobody has listed the values.
      const known = [a, b].find((kind) => kind.of === 'KATEGORI')?.pilihan
      for (const { kind, letak } of parts)
        for (const text of known && kind.of === 'TEKS' ? (kind.pilihan ?? []) : [])
          if (!known?.includes(text)) this.#unknown('Kategori', text, known!, letak)
    } else if (a.of !== b.of)
      this.#wrong('JENIS_TIDAK_COCOK', `${kindInWords(a)} tidak dapat dibandingkan dengan ${kindInWords(b)}.`, parts[1].letak)
  }

  #call({ name, args, by }: NodeOf<'call'>): Kind {
    const kind = findFunction(name)!.typing(args.map(this.#typed), this.#wrong)
    for (const key of by) {
      const { kolom, of } = this.#kind(key)
      if (!kolom && of !== 'APA_PUN')
        this.#wrong('BUKAN_KOLOM', 'Sesudah BY harus ada kolom tabel.', key.letak, 'misalnya BY kelurahan[kecamatan]')
    }
    return by.length > 0 ? { ...kind, kolom: true } : kind
  }

  #unknown(what: string, name: string, known: readonly string[], letak: Letak): void {
    const near = nearest(name, known)
    const kode =
      { Nama: 'NAMA_TIDAK_DIKENAL', Tabel: 'NAMA_TIDAK_DIKENAL', Kolom: 'KOLOM_TIDAK_DIKENAL' }[what] ?? 'KATEGORI_TIDAK_DIKENAL'
    const saran = near ? `Mungkin maksudnya ${near}.` : known.length > 0 ? `Yang ada: ${known.slice(0, 12).join(', ')}.` : undefined
    this.#wrong(kode, `${what} "${name.slice(0, 60)}" tidak dikenal.`, letak, saran)
  }
}

function declaredKind(jenis: Jenis): Kind {
  switch (jenis.jenis) {
    case 'ANGKA':
      return number(unitOf(jenis.satuan))
    case 'KATEGORI':
      return { of: 'KATEGORI', satuan: PURE, pilihan: jenis.pilihan, kolom: false }
    case 'TEKS':
      return TEXT
    case 'BENAR_SALAH':
      return TRUTH
    case 'TABEL':
      return { ...UNKNOWN, kolom: true }
  }
}
