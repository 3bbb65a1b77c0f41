import { fail, ok, type Result } from '../../shared/result'
import type { BlobStore } from './blobs'

const table = 'blobs'

/** Kept by the browser in IndexedDB, for as long as the person keeps the site's data. */
export function createWebBlobs(name = 'blockprop'): BlobStore {
  let opened: Promise<IDBDatabase> | null = null

  const open = (): Promise<IDBDatabase> => {
    opened ??= new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(table)
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(reasonOf(request.error))
    }).catch((reason: unknown) => {
      // Asked again another time: storage may be free by then.
      opened = null
      throw reason
    })
    return opened
  }

  const run = async <T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>
  ): Promise<Result<T, string>> => {
    try {
      const database = await open()
      return ok(
        await new Promise<T>((done, failed) => {
          const transaction = database.transaction(table, mode)
          const request = ask(transaction.objectStore(table))
          transaction.oncomplete = () => done(request.result)
          transaction.onabort = () => failed(reasonOf(transaction.error))
        })
      )
    } catch (reason) {
      return fail(reasonOf(reason).message)
    }
  }

  return {
    get: async key => {
      const found = await run<unknown>('readonly', store => store.get(key))
      return found.ok ? ok(found.value ?? null) : found
    },
    put: async (key, value) => done(await run('readwrite', store => store.put(value, key))),
    delete: async key => done(await run('readwrite', store => store.delete(key))),
    keys: async prefix => {
      const found = await run('readonly', store =>
        store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`))
      )
      return found.ok ? ok(found.value.map(String)) : found
    }
  }
}

function done(result: Result<unknown, string>): Result<null, string> {
  return result.ok ? ok(null) : result
}

function reasonOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('the storage of the browser is shut')
}
