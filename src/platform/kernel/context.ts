// What a rule or command may know of the world: handed in, so that tests and replays decide it.
import { randomUUID } from 'node:crypto'
import { type Day, dayInJakarta } from './time.ts'

/** Who acts: an account (its id and the person's name), or the program itself (`sistem`), or a visitor (`publik`). */
export type Actor = {
  readonly id: string
  readonly nama: string
  /** The roles that follow from the offices held on this day, each for the unit it is held in. */
  readonly peran: readonly {
    readonly peran: string
    readonly unit: string /** The office it comes with. */
    readonly jabatan?: string
  }[]
}

export type Context = {
  readonly now: Date
  readonly today: Day
  readonly actor: Actor
  readonly newId: () => string
}

export const SISTEM: Actor = { id: 'sistem', nama: 'Selaras', peran: [] }
export const PUBLIK: Actor = { id: 'publik', nama: 'Publik', peran: [] }

export function contextAt(now: Date, actor: Actor = SISTEM, newId: () => string = randomUUID): Context {
  return { now, today: dayInJakarta(now), actor, newId }
}
