import { flushJournal, useJournal } from './journal'

/** Milliseconds that a disk gets: a network folder may hang. */
const patience = 5_000

/** Brings all that the window has into its journal; whether it is there, or safe in a file. */
export function keepAll(): Promise<boolean> {
  flushJournal()
  return new Promise(done => {
    const finish = (all: boolean): void => {
      clearTimeout(timer)
      end()
      done(all)
    }
    const look = ({ made, kept, trouble }: ReturnType<typeof useJournal.getState>): void => {
      if (trouble !== null) finish(false)
      else if (kept >= made) finish(true)
    }
    const timer = setTimeout(() => finish(false), patience)
    const end = useJournal.subscribe(look)
    look(useJournal.getState())
  })
}
