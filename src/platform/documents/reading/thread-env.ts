// What a thread is told of the program's surroundings: nothing but where compiled modules are kept, so that it need not compile
// them again.
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'

export function threadEnv(): NodeJS.Dict<string> {
  // Node names the folder of its own version and of this user, inside the one that it was given.
  const kept = getCompileCacheDir()
  return kept === undefined ? {} : { NODE_COMPILE_CACHE: dirname(kept) }
}
