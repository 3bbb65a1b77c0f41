import { fail, ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import type { FromTrainer, Judgement, Plain, ToTrainer } from '../../shared/training/protocol'

type Answer = Extract<FromTrainer, { kind: 'prediction' | 'judged' }>
type Outputs = Extract<FromTrainer, { kind: 'prediction' }>['outputs']
type Question = Extract<ToTrainer, { kind: 'predict' | 'judge' }>
type Inputs = Readonly<Record<string, Plain>>

/** The part of a Worker that the client needs. */
export interface TrainerPort {
  postMessage(message: ToTrainer): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromTrainer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
}

export interface TrainerEvents {
  message(message: FromTrainer): void
  /** The worker is gone, and what it held with it; why, where that is known. */
  died(why: string): void
}

/** A trainer's worker, made when it is first needed and again after it has died. */
export class TrainerClient {
  private port: TrainerPort | null = null
  private readonly asked = new Map<number, (answer: Result<Answer, string>) => void>()
  private lastQuestion = 0

  constructor(
    private readonly spawn: () => TrainerPort,
    private readonly events: TrainerEvents
  ) {}

  send(message: ToTrainer): void {
    this.port ??= this.start()
    this.port.postMessage(message)
  }

  /** As `send`, but not worth a worker of its own. */
  tell(message: ToTrainer): void {
    this.port?.postMessage(message)
  }

  /** The answer of the network that was trained last; inputs by their block, batch first. */
  async predict(inputs: Inputs): Promise<Result<Outputs, string>> {
    const answer = await this.ask(id => ({ kind: 'predict', id, inputs }))
    if (!answer.ok) return answer
    return answer.value.kind === 'prediction' ? ok(answer.value.outputs) : fail(strings.training.badMessage)
  }

  /** What it says about so many of the samples that are held out. */
  async judge(most: number): Promise<Result<Judgement, string>> {
    const answer = await this.ask(id => ({ kind: 'judge', id, most }))
    if (!answer.ok) return answer
    return answer.value.kind === 'judged' ? ok(answer.value) : fail(strings.training.badMessage)
  }

  private ask(question: (id: number) => Question): Promise<Result<Answer, string>> {
    if (this.port === null) return Promise.resolve(fail(strings.trying.noModel))
    const id = ++this.lastQuestion
    return new Promise(done => {
      this.asked.set(id, done)
      this.send(question(id))
    })
  }

  /** Ends the worker, whatever it does; the next message starts another one. */
  end(): void {
    const port = this.port
    this.port = null
    if (port) {
      port.onmessage = port.onerror = port.onmessageerror = null
      port.terminate()
    }
    const waiting = [...this.asked.values()]
    this.asked.clear()
    for (const answer of waiting) answer(fail(strings.trying.noModel))
  }

  private start(): TrainerPort {
    const port = this.spawn()
    port.onmessage = ({ data }) => this.receive(data)
    port.onerror = event => {
      event.preventDefault()
      this.die(event.message)
    }
    port.onmessageerror = () => this.die(strings.training.badMessage)
    return port
  }

  private receive(message: FromTrainer): void {
    if (message.kind === 'prediction' || message.kind === 'judged') this.answer(message.id, ok(message))
    else if (message.kind === 'no-prediction') this.answer(message.id, fail(message.message))
    else this.events.message(message)
  }

  private answer(id: number, answer: Result<Answer, string>): void {
    this.asked.get(id)?.(answer)
    this.asked.delete(id)
  }

  private die(why: string): void {
    this.end()
    this.events.died(why)
  }
}
