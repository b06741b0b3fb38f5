// Reads offered to later rooms.
export { listImpor } from './store.ts'
