import { describe, expect, it } from 'vitest'
import type { FromTrainer, ToTrainer } from '../../shared/training/protocol'
import { TrainerClient, type TrainerPort } from './trainer-client'

function setUp() {
  const ports: (TrainerPort & { sent: ToTrainer[]; ended: boolean })[] = []
  const messages: FromTrainer[] = []
  const deaths: string[] = []
  const client = new TrainerClient(
    () => {
      const port = {
        sent: [] as ToTrainer[],
        ended: false,
        postMessage: (message: ToTrainer) => void port.sent.push(message),
        terminate: () => void (port.ended = true),
        onmessage: null,
        onerror: null,
        onmessageerror: null
      }
      ports.push(port)
      return port
    },
    { message: message => messages.push(message), died: why => deaths.push(why) }
  )
  const say = (message: FromTrainer) =>
    ports.at(-1)?.onmessage?.({ data: message } as MessageEvent<FromTrainer>)
  const crash = (message: string) =>
    ports.at(-1)?.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent)
  return { client, ports, messages, deaths, say, crash }
}

describe('TrainerClient', () => {
  it('starts one worker, with the first message', () => {
    const { client, ports } = setUp()
    expect(ports).toHaveLength(0)
    client.send({ kind: 'observe', hz: 5 })
    client.send({ kind: 'pause', runId: 'run-1' })
    expect(ports.map(port => port.sent.map(message => message.kind))).toEqual([['observe', 'pause']])
  })

  it('starts no worker for what only one that runs needs to know', () => {
    const { client, ports } = setUp()
    client.tell({ kind: 'watch', on: true })
    expect(ports).toHaveLength(0)
    client.send({ kind: 'observe', hz: 5 })
    client.tell({ kind: 'watch', on: true })
    expect(ports[0]?.sent.map(({ kind }) => kind)).toEqual(['observe', 'watch'])
  })

  it('hands each prediction to who asked for it', async () => {
    const { client, say } = setUp()
    client.send({ kind: 'observe', hz: 5 })
    const first = client.predict({})
    const second = client.predict({})
    say({ kind: 'no-prediction', id: 2, message: 'not trained' })
    say({ kind: 'prediction', id: 1, outputs: {} })
    expect(await first).toEqual({ ok: true, value: {} })
    expect(await second).toEqual({ ok: false, error: 'not trained' })
  })

  it('tells of a death, answers who waits, and starts another worker', async () => {
    const { client, ports, deaths, crash } = setUp()
    client.send({ kind: 'observe', hz: 5 })
    const waiting = client.predict({})
    crash('out of memory')
    expect(deaths).toEqual(['out of memory'])
    expect((await waiting).ok).toBe(false)
    expect(ports[0]?.ended).toBe(true)
    client.send({ kind: 'observe', hz: 5 })
    expect(ports).toHaveLength(2)
  })

  it('has nothing to say before a worker was there', async () => {
    const { client, ports } = setUp()
    expect((await client.predict({})).ok).toBe(false)
    expect(ports).toHaveLength(0)
  })
})
