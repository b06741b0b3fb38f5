// The seeds, where they are: real papers that are not in this repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.env.SELARAS_SEEDS ?? join(import.meta.dirname, '../../../../../shared/seeds')
export const seedsPath = existsSync(folder) ? folder : undefined
export const SEEDS = ['000', '001', '002', '003', '004'] as const
export type Seed = (typeof SEEDS)[number]

export function seed(name: Seed): string {
  const file = readdirSync(folder).find((f) => f.startsWith(`${name}_`))
  return readFileSync(join(folder, file!), 'utf8')
}
