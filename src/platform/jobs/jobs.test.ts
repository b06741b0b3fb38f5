import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { many, sql } from '../db/database.ts'
import { freshDatabase } from '../db/testing.ts'
import { startJobs } from './jobs.ts'

const { db } = await freshDatabase()
const YEARLY = '0 0 1 1 *'
const until = async (true_: () => boolean) => {
  for (let i = 0; i < 200 && !true_(); i++) await sleep(50)
}

test('a job that is asked for many times at once runs once, in one of two processes; one that throws is told and hurts nothing', async () => {
  const runs: string[] = []
  const wrong: unknown[] = []
  const jobs = (who: string) => [
    { name: 'uji.jalan', cron: YEARLY, run: async () => void runs.push(who) },
    { name: 'uji.galat', cron: YEARLY, run: () => Promise.reject(new Error('as planned')) },
  ]
  const one = await startJobs(db, jobs('one'), (error) => wrong.push(error))
  const two = await startJobs(db, jobs('two'), (error) => wrong.push(error))
  for (let i = 0; i < 5; i++) for (const each of [one, two]) each.wake('uji.jalan')
  one.wake('uji.galat')
  await until(() => runs.length > 0 && wrong.length > 0)
  assert.equal(runs.length, 1)
  assert.deepEqual(
    wrong.map((error) => (error as Error).message),
    ['as planned'],
  )
  const zones = await many(db, sql<{ timezone: string }>`select distinct timezone from pekerjaan.schedule`)
  assert.deepEqual(zones, [{ timezone: 'Asia/Jakarta' }])
  await Promise.all([one.stop(), two.stop()])
})
