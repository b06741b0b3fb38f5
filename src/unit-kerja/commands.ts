// load → decide → save → tell, in the caller's transaction.
import { record } from '../platform/audit/ledger.ts'
import { type Tx, undoable, violates } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { sourceText } from '../platform/kernel/figure.ts'
import { checkNip } from '../platform/kernel/nip.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, longDay } from '../platform/kernel/time.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { setKoordinator } from './commands-koordinator.ts'
import { officeOf } from './queries.ts'
import { mayEnd, taken } from './rules.ts'
import * as store from './store.ts'
import type { Jabatan, Pegawai, Penugasan, Temuan, UnitKerja, UnitKerjaFile } from './unit-kerja.ts'

export async function createUnit(tx: Tx, ctx: Context, unit: UnitKerja): Promise<{ version: number } | Refusal> {
  if (await store.lockUnit(tx, unit.kode)) return refuse('BENTROK', `Satuan kerja ${unit.kode} sudah ada.`, { field: 'kode' })
  if (unit.induk && !(await store.lockUnit(tx, unit.induk)))
    return refuse('TIDAK_VALID', `Satuan kerja induk ${unit.induk} belum ada. Buat induknya dahulu.`, { field: 'induk' })
  if (unit.berlakuSampai && unit.berlakuSampai < unit.berlakuDari)
    return refuse('TIDAK_VALID', 'Tanggal akhir mendahului tanggal awal berlaku.', { field: 'berlakuSampai' })
  const absent = unit.induk ? await absentParent(tx, unit.induk, unit.berlakuDari) : undefined
  if (absent) return absent
  try {
    await undoable(tx, () => store.insertUnit(tx, unit))
  } catch (error) {
    if (violates(error, 'unit_kerja_pkey')) return refuse('BENTROK', `Satuan kerja ${unit.kode} sudah ada.`, { field: 'kode' })
    throw error
  }
  await record(tx, ctx, {
    office: await officeOf(tx, unit.kode, unit.berlakuDari),
    act: 'unit-kerja.buat',
    subject: `unit-kerja/${unit.kode}`,
    detail: unit,
  })
  return { version: 1 }
}

/** A line to a unit that is not there on its first day would hang in the air. */
async function absentParent(tx: Tx, induk: string, day: Day): Promise<Refusal | undefined> {
  if (await store.findUnit(tx, induk, day)) return undefined
  return refuse('TIDAK_VALID', `Satuan kerja induk ${induk} tidak ada pada ${longDay(day)}. Pilih tanggal atau induk lain.`, {
    field: 'induk',
  })
}

export type UnitChange = { readonly nama?: string; readonly induk?: string; readonly mulai: Day; readonly berakhir?: Day }

/** Renames, moves or ends a unit from a day on; what held before stays readable by its dates. */
export async function changeUnit(
  tx: Tx,
  ctx: Context,
  kode: string,
  change: UnitChange,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const now = await store.lockUnit(tx, kode)
  if (!now) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${kode} tidak ada.`)
  if (now.version !== seen) return outdatedVersion(await store.findUnit(tx, kode, change.mulai), change)
  if (now.berlaku_sampai && change.mulai > now.berlaku_sampai)
    return refuse('TIDAK_VALID', `Satuan kerja ini sudah ditutup per ${longDay(now.berlaku_sampai)}.`, { field: 'mulai' })
  if (change.mulai < now.berlaku_dari)
    return refuse('TIDAK_VALID', `Perubahan tidak dapat berlaku sebelum satuan kerja ada (${now.berlaku_dari}).`, {
      field: 'mulai',
    })
  if (change.berakhir && change.berakhir < now.berlaku_dari)
    return refuse('TIDAK_VALID', `Tanggal akhir mendahului tanggal satuan kerja mulai ada (${now.berlaku_dari}).`, {
      field: 'berakhir',
    })
  const hanging = change.berakhir ? mayEnd(await store.leftAfter(tx, kode, change.berakhir), change.berakhir) : undefined
  if (hanging) return hanging
  const before = await store.findUnit(tx, kode, change.mulai)
  if (change.induk) {
    if (!(await store.lockUnit(tx, change.induk)))
      return refuse('TIDAK_VALID', `Satuan kerja induk ${change.induk} belum ada.`, { field: 'induk' })
    if ((await store.commandersFrom(tx, change.induk, change.mulai)).includes(kode))
      return refuse(
        'DITOLAK_ATURAN',
        `Satuan kerja ${change.induk} berada di bawah ${kode}; garis komando tidak boleh melingkar.`,
        { field: 'induk' },
      )
    const absent = await absentParent(tx, change.induk, change.mulai)
    if (absent) return absent
    await store.moveUnit(tx, kode, change.induk, change.mulai)
  }
  if (change.nama) await store.renameUnit(tx, kode, change.nama, change.mulai)
  if (change.berakhir) await store.endUnit(tx, kode, change.berakhir)
  await record(tx, ctx, {
    office: await officeOf(tx, kode, change.mulai),
    act: 'unit-kerja.ubah',
    subject: `unit-kerja/${kode}`,
    detail: {
      sebelum: before ? { nama: before.nama, induk: before.induk, berakhir: before.berlaku_sampai } : null,
      sesudah: change,
    },
  })
  return { version: (await store.lockUnit(tx, kode))!.version }
}

/** `seen`: the version that was seen, 0 for a new office; without it (a paper is loaded) what is there is put right. */
export async function saveJabatan(
  tx: Tx,
  ctx: Context,
  jabatan: Jabatan,
  seen?: number,
): Promise<{ kode: string; version: number } | Refusal> {
  if (!(await store.lockUnit(tx, jabatan.unit)))
    return refuse('TIDAK_VALID', `Satuan kerja ${jabatan.unit} tidak dikenal.`, { field: 'unit' })
  const before = await store.findJabatan(tx, jabatan.kode)
  if (jabatan.berlakuSampai && jabatan.berlakuSampai < (before?.berlaku_dari ?? jabatan.berlakuDari))
    return refuse('TIDAK_VALID', 'Tanggal akhir jabatan mendahului tanggal awalnya.', { field: 'berlakuSampai' })
  if (before && before.unit !== jabatan.unit)
    return refuse('BENTROK', `Kode jabatan ${jabatan.kode} sudah dipakai di ${before.unit}.`, { field: 'kode' })
  if (seen === 0 && before) return refuse('BENTROK', `Jabatan ${jabatan.kode} sudah ada. Pakai kode lain.`, { field: 'kode' })
  if (seen !== undefined && seen !== (before?.version ?? 0)) return outdatedVersion(before, jabatan)
  await store.upsertJabatan(tx, jabatan)
  await record(tx, ctx, {
    office: await officeOf(tx, jabatan.unit, jabatan.berlakuDari),
    act: 'jabatan.simpan',
    subject: `jabatan/${jabatan.kode}`,
    detail: jabatan,
  })
  return { kode: jabatan.kode, version: (before?.version ?? 0) + 1 }
}

export async function registerPegawai(tx: Tx, ctx: Context, pegawai: Pegawai): Promise<{ id: string } | Refusal> {
  const fault = wrongNip(pegawai)
  if (fault) return fault
  const id = pegawai.id ?? ctx.newId()
  try {
    await undoable(tx, () => store.insertPegawai(tx, id, pegawai))
  } catch (error) {
    if (violates(error, 'pegawai_nip_key')) return NIP_TAKEN
    if (violates(error, 'pegawai_pkey')) return refuse('BENTROK', `Pegawai ${id} sudah terdaftar.`, { field: 'id' })
    throw error
  }
  await record(tx, ctx, { office: 'sistem', act: 'pegawai.daftar', subject: `pegawai/${id}`, detail: { nama: pegawai.nama } })
  return { id }
}

export type PegawaiChange = { readonly nama: string; readonly nip: string | null; readonly kepegawaian?: 'PNS' | 'PPPK' }

/** Puts a person's name or NIP right. The ledger keeps neither NIP: it holds a birth date. */
export async function changePegawai(
  tx: Tx,
  ctx: Context,
  id: string,
  change: PegawaiChange,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const before = await store.lockPegawai(tx, id)
  if (!before) return refuse('TIDAK_DITEMUKAN', `Pegawai ${id} tidak dikenal.`)
  if (before.version !== seen) return outdatedVersion(before, change)
  const fault = wrongNip(change)
  if (fault) return fault
  const version = seen + 1
  try {
    await undoable(tx, () => store.savePegawai(tx, { id, nama: change.nama, nip: change.nip, version }))
  } catch (error) {
    if (violates(error, 'pegawai_nip_key')) return NIP_TAKEN
    throw error
  }
  await record(tx, ctx, {
    office: 'sistem',
    act: 'pegawai.ubah',
    subject: `pegawai/${id}`,
    detail: { sebelum: { nama: before.nama }, sesudah: { nama: change.nama }, nipDiubah: before.nip !== change.nip },
  })
  return { version }
}

const NIP_TAKEN = refuse('BENTROK', 'NIP itu sudah terdaftar atas nama pegawai lain.', { field: 'nip' })

function wrongNip({ nip, kepegawaian }: Pick<Pegawai, 'nip' | 'kepegawaian'>): Refusal | undefined {
  const fault = nip ? checkNip(nip, kepegawaian).find((f) => f.berat === 'tinggi') : undefined
  return fault && refuse('TIDAK_VALID', fault.detail, { field: 'nip', rule: fault.aturan })
}

/** Who is in the way of an assignment: the same kind of holder (holder or acting) with a common day. */
async function inTheWay(tx: Tx, p: Penugasan, field: string): Promise<Refusal> {
  const acting = (sifat: string) => sifat === 'PLT' || sifat === 'PLH'
  const other = (await store.assignmentsOf(tx, { jabatan: p.jabatan })).find(
    (t) =>
      acting(t.sifat) === acting(p.sifat) &&
      t.berlaku_dari <= (p.berlakuSampai ?? '9999') &&
      (t.berlaku_sampai ?? '9999') >= p.berlakuDari &&
      !(t.pegawai === p.pegawai && t.berlaku_dari === p.berlakuDari),
  )!
  return taken({ ...other, namaJabatan: other.nama_jabatan, dari: other.berlaku_dari, sampai: other.berlaku_sampai }, field)
}

export async function assign(tx: Tx, ctx: Context, penugasan: Penugasan): Promise<{ id: string } | Refusal> {
  const jabatan = await store.findJabatan(tx, penugasan.jabatan)
  if (!jabatan) return refuse('TIDAK_VALID', `Jabatan ${penugasan.jabatan} tidak dikenal.`, { field: 'jabatan' })
  if (!(await store.findPegawai(tx, penugasan.pegawai)))
    return refuse('TIDAK_VALID', `Pegawai ${penugasan.pegawai} tidak dikenal.`, { field: 'pegawai' })
  if (penugasan.berlakuSampai && penugasan.berlakuSampai < penugasan.berlakuDari)
    return refuse('TIDAK_VALID', 'Tanggal akhir penugasan mendahului tanggal awalnya.', { field: 'berlakuSampai' })
  if (jabatan.berlaku_sampai && jabatan.berlaku_sampai < penugasan.berlakuDari)
    return refuse('TIDAK_VALID', `Jabatan ini sudah ditutup per ${longDay(jabatan.berlaku_sampai)}.`, { field: 'berlakuDari' })
  const id = ctx.newId()
  try {
    await undoable(tx, () => store.insertPenugasan(tx, id, penugasan, ctx.now))
  } catch (error) {
    if (violates(error, 'one_holder_at_a_time')) return inTheWay(tx, penugasan, 'berlakuDari')
    throw error
  }
  await record(tx, ctx, {
    office: await officeOf(tx, jabatan.unit, penugasan.berlakuDari),
    act: 'penugasan.catat',
    subject: `jabatan/${penugasan.jabatan}`,
    detail: penugasan,
  })
  return { id }
}

/** Ends an assignment on `last`: the earlier knowledge (no end, or another) is superseded, not erased. */
export async function endAssignment(tx: Tx, ctx: Context, id: string, last: Day): Promise<{ id: string } | Refusal> {
  const before = await store.lockPenugasan(tx, id)
  if (!before) return refuse('TIDAK_DITEMUKAN', 'Penugasan itu tidak ada atau sudah diganti.')
  if (last < before.berlaku_dari)
    return refuse('TIDAK_VALID', 'Tanggal akhir penugasan mendahului tanggal awalnya.', { field: 'berakhir' })
  const next = ctx.newId()
  const { pegawai, jabatan, sifat, berlaku_dari: berlakuDari, tanggal_pasti: tanggalPasti, sumber } = before
  try {
    await undoable(tx, async () => {
      await store.supersedePenugasan(tx, id, ctx.now)
      await store.insertPenugasan(
        tx,
        next,
        { pegawai, jabatan, sifat, berlakuDari, berlakuSampai: last, tanggalPasti, sumber },
        ctx.now,
      )
    })
  } catch (error) {
    if (violates(error, 'one_holder_at_a_time'))
      return inTheWay(tx, { pegawai, jabatan, sifat, berlakuDari, berlakuSampai: last, tanggalPasti }, 'berakhir')
    throw error
  }
  await record(tx, ctx, {
    office: await officeOf(tx, before.unit, last),
    act: 'penugasan.akhiri',
    subject: `jabatan/${jabatan}`,
    detail: { penugasan: id, berakhir: last },
  })
  return { id: next }
}

/** Loads units, offices, people and assignments as papers print them; other printings of a NIP become findings. */
export async function importUnitKerja(
  tx: Tx,
  ctx: Context,
  file: UnitKerjaFile,
): Promise<{ dimuat: number; temuan: Temuan[] } | Refusal> {
  const temuan: Temuan[] = []
  const at = (part: string, i: number, result: object) =>
    isRefusal(result)
      ? { ...result, field: `${part}[${i}].${result.field ?? ''}`, detail: `${part}[${i}]: ${result.detail}` }
      : undefined
  for (const [i, { garis, berkas, baris, ...unit }] of file.unit.entries()) {
    const wrong = at(
      'unit',
      i,
      await createUnit(tx, ctx, { ...unit, garis: garis ?? 'KOMANDO', sumber: sourceText(berkas ?? file.berkas, baris) }),
    )
    if (wrong) return wrong
  }
  for (const [i, { berkas: _berkas, baris: _baris, ...jabatan }] of file.jabatan.entries()) {
    const since = jabatan.berlakuDari ?? (await store.lockUnit(tx, jabatan.unit))?.berlaku_dari ?? ctx.today
    const wrong = at('jabatan', i, await saveJabatan(tx, ctx, { ...jabatan, berlakuDari: since }))
    if (wrong) return wrong
  }
  for (const [i, p] of file.pegawai.entries()) {
    const sumber = sourceText(p.berkas ?? file.berkas, p.baris)
    const wrong = at('pegawai', i, await registerPegawai(tx, ctx, { id: p.kunci, nama: p.nama, nip: p.nip, sumber }))
    if (wrong) return wrong
    temuan.push(...(p.nipTercetakLain ?? []).flatMap((other) => otherNip(`pegawai[${i}]`, p.nip ?? null, other)))
  }
  for (const [i, { berkas, baris, ...p }] of file.penugasan.entries()) {
    const wrong = at('penugasan', i, await assign(tx, ctx, { ...p, sumber: sourceText(berkas ?? file.berkas, baris) }))
    if (wrong) return wrong
  }
  for (const [i, { unit, peran, jabatan, dasar, berlakuDari: mulai }] of file.koordinator.entries()) {
    const wrong = at('koordinator', i, await setKoordinator(tx, ctx, unit, peran, { jabatan, dasar, mulai }))
    if (wrong) return wrong
  }
  const parts = [file.unit, file.jabatan, file.pegawai, file.penugasan, file.koordinator]
  return { dimuat: parts.reduce((sum, rows) => sum + rows.length, 0), temuan }
}

function otherNip(letak: string, right: string | null, other: string | { tercetak: string; baris?: number | number[] }): Temuan[] {
  const { tercetak, baris = undefined } = typeof other === 'string' ? { tercetak: other } : other
  const faults = checkNip(tercetak)
  const why = faults.length ? faults.map((f) => f.detail).join(' ') : 'Bentuknya benar, tetapi bukan NIP yang sama.'
  return [baris ?? null].flat().map((line) => ({
    aturan: faults[0]?.aturan ?? 'PK-09',
    jenis: 'format' as const,
    berat: 'sedang' as const,
    keyakinan: 1,
    letak,
    baris: line,
    tercetak,
    seharusnya: right,
    penjelasan: `NIP tercetak ${tercetak}. ${why}`,
    terkait: [],
  }))
}
