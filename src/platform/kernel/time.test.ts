import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInJakarta, daysOf, isDay, isPeriod, longDay, periodName, timeInJakarta, yearOf } from './time.ts'

test('the day is the day in Jakarta: at 23:30 UTC it is tomorrow there', () => {
  assert.equal(dayInJakarta(new Date('2024-12-31T23:30:00Z')), '2025-01-01')
  assert.equal(dayInJakarta(new Date('2024-12-31T16:59:59Z')), '2024-12-31')
  assert.equal(dayInJakarta(new Date('2024-12-31T17:00:00Z')), '2025-01-01')
})

test('the time is the time in Jakarta, as the tables of time zones have it in every month of the program', () => {
  assert.equal(timeInJakarta(new Date('2024-12-31T16:59:59Z')), '23.59')
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' })
  const time = new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit' })
  for (let month = 0; month < 12 * 80; month++) {
    const at = new Date(Date.UTC(1964, month, 1 + (month % 28), month % 24, month % 60))
    assert.deepEqual([dayInJakarta(at), timeInJakarta(at)], [day.format(at), time.format(at)], at.toISOString())
  }
})

test('a day stands in the calendar', () => {
  for (const day of ['2024-02-29', '2000-02-29', '1966-08-18']) assert.ok(isDay(day), day)
  for (const not of [
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '0000-01-01',
    '2024-1-1',
    '2024-01-01T00:00',
    '',
  ])
    assert.ok(!isDay(not), not)
})

test('a day is printed as letters print it', () => {
  assert.equal(longDay('2025-01-31'), '31 Januari 2025')
  assert.equal(longDay('2024-08-01'), '1 Agustus 2024')
})

test('year, quarter, semester and month are periods, with their days', () => {
  assert.deepEqual(daysOf('2024'), { dari: '2024-01-01', sampai: '2024-12-31' })
  assert.deepEqual(daysOf('2024-TW1'), { dari: '2024-01-01', sampai: '2024-03-31' })
  assert.deepEqual(daysOf('2024-TW2'), { dari: '2024-04-01', sampai: '2024-06-30' })
  assert.deepEqual(daysOf('2024-S2'), { dari: '2024-07-01', sampai: '2024-12-31' })
  assert.deepEqual(daysOf('2024-B02'), { dari: '2024-02-01', sampai: '2024-02-29' })
  assert.equal(yearOf('2024-TW4'), 2024)
})

test('what is no period is no period', () => {
  for (const not of ['2024-TW5', '2024-TW0', '2024-S3', '2024-B13', '2024-B00', '2024-B6', '24', '2024-', '2024-TW1 ', 'TW1'])
    assert.ok(!isPeriod(not), not)
  assert.throws(() => daysOf('2024-TW5'), /not a period/)
})

test('periods have names', () => {
  assert.deepEqual(['2024-TW2', '2024-S1', '2024-B06', '2024'].map(periodName), [
    'Triwulan II 2024',
    'Semester I 2024',
    'Juni 2024',
    '2024',
  ])
})
