// The permission table, looked up. One function for the server's refusal and the greyed button.
import { SEBUTAN_WEWENANG, WEWENANG } from '../peraturan/dki-jakarta/wewenang.ts'

export { SEBUTAN_WEWENANG }

export type HeldRole = { readonly peran: string; readonly unit: string }

/**
 * Whether the roles held allow an act. `chain` holds the unit that is touched and those that command it, nearest first
 * (empty where the act touches no unit): a role with reach SENDIRI counts when its own unit is in that chain.
 */
export function allowed(held: readonly HeldRole[], act: string, chain: readonly string[]): boolean {
  return WEWENANG.some(
    (row) =>
      row.act === act && held.some((role) => role.peran === row.peran && (row.lingkup === 'SEMUA' || chain.includes(role.unit))),
  )
}

/**
 * The roles by which somebody takes part in an act on a unit. With reach SENDIRI the office itself, not one that commands it:
 * nobody signs for the head of another office.
 */
export function rolesFor(held: readonly HeldRole[], act: string, unit: string): string[] {
  return held.filter((role) => allowed([role], act, [unit])).map((role) => role.peran)
}

/** The units an act reaches for the roles held: all of them, or those of the roles (and what they command). */
export function reach(held: readonly HeldRole[], act: string): 'SEMUA' | string[] {
  const rows = WEWENANG.filter((row) => row.act === act)
  if (rows.some((row) => row.lingkup === 'SEMUA' && held.some((role) => role.peran === row.peran))) return 'SEMUA'
  return [...new Set(held.filter((role) => rows.some((row) => row.peran === role.peran)).map((role) => role.unit))]
}

/** The refusal's sentence: what the roles of today do not reach, and where. */
export function outOfReach(act: string, namaUnit: string | undefined): string {
  const sebutan: Readonly<Record<string, string>> = SEBUTAN_WEWENANG
  const name = sebutan[act] ?? act
  return `Peran Anda hari ini tidak mencakup ${name.charAt(0).toLowerCase()}${name.slice(1)}${namaUnit ? ` untuk ${namaUnit}` : ''}.`
}
