import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { int, type Param } from '../../shared/blocks/params'
import type { Training } from '../../shared/document/schema'
import { settingOf } from '../../shared/settings/settings'
import { OPTIMIZERS, optimizerOf } from '../../shared/training/optimizers'
import { strings } from '../../shared/strings/strings'
import { DataChoice } from '../data/DataChoice'
import { ParamField } from '../inspector/ParamField'
import { analysisOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { beginGesture, edit, endGesture } from '../store/edit-document'
import { changeSettings, useSettings } from '../store/settings'
import { Button } from '../ui/Button'
import { Select } from '../ui/Select'
import styles from './TrainPanel.module.css'

const words = strings.training

const counts = {
  batch: int({ label: words.batch, help: words.batchHelp, default: 32, min: 1 }),
  epochs: int({ label: words.epochs, help: words.epochsHelp, default: 5, min: 1, max: 100_000 }),
  seed: int({ label: words.seed, help: words.seedHelp, default: 1, min: 0 })
}
const optimizers = Object.fromEntries(Object.entries(OPTIMIZERS).map(([id, { label }]) => [id, label]))

/** How the network learns; what is rarely changed is folded away. */
export function Settings() {
  const [more, setMore] = useState(false)
  const training = useDocument(s => s.document.training)
  const backend = useSettings(s => s.backend)
  const spec = optimizerOf(training.optimizer.type)
  const [first, ...rest] = Object.entries(spec?.params ?? {})
  return (
    <div className={styles.settings}>
      <Row label={words.data}>
        <DataChoice />
      </Row>
      <Row label={words.optimizer}>
        <Select
          label={words.optimizer}
          value={training.optimizer.type}
          options={optimizers}
          onChange={type => change({ ...training, optimizer: { type, params: defaultsOf(type) } })}
        />
      </Row>
      {first && <OptimizerField name={first[0]} param={first[1]} training={training} />}
      <CountField name="batch" training={training} />
      <CountField name="epochs" training={training} />
      <Button className={styles.more} aria-expanded={more} onClick={() => setMore(!more)}>
        <ChevronDown /> {words.more}
      </Button>
      {more && (
        <>
          {rest.map(([name, param]) => (
            <OptimizerField key={name} name={name} param={param} training={training} />
          ))}
          <CountField name="seed" training={training} />
          <Row label={words.backend}>
            <Select
              label={words.backend}
              value={backend}
              options={words.backends}
              onChange={chosen => changeSettings({ backend: settingOf('backend', chosen) })}
            />
          </Row>
        </>
      )}
    </div>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      {children}
    </div>
  )
}

interface FieldOf<Name extends string> {
  readonly name: Name
  readonly training: Training
}

function CountField({ name, training }: FieldOf<keyof typeof counts>) {
  const invalid = useIsWrong(name)
  return (
    <ParamField
      param={counts[name]}
      value={training[name]}
      invalid={invalid}
      onBegin={() => beginGesture(`change the ${name}`)}
      onEnd={endGesture}
      onChange={value =>
        Number.isInteger(value) ? change({ ...training, [name]: value }) : words.notWhole(counts[name].label)
      }
    />
  )
}

function OptimizerField({ name, param, training }: FieldOf<string> & { readonly param: Param }) {
  const { optimizer } = training
  const invalid = useIsWrong(name)
  const value = (Object.hasOwn(optimizer.params, name) ? optimizer.params[name] : undefined) ?? param.default
  return (
    <ParamField
      param={param}
      value={value}
      invalid={invalid}
      onBegin={() => beginGesture(`change the ${param.label.toLowerCase()}`)}
      onEnd={endGesture}
      onChange={next => {
        if (Array.isArray(next)) return null
        const params = { ...optimizer.params, [name]: next as number | boolean | string }
        return change({ ...training, optimizer: { ...optimizer, params } })
      }}
    />
  )
}

function useIsWrong(param: string): boolean {
  return useDocument(({ document }) =>
    analysisOf(document).problems.some(({ place }) => place.block === undefined && place.param === param)
  )
}

function defaultsOf(type: string): Training['optimizer']['params'] {
  const { learningRate } = optimizerOf(type)?.params ?? {}
  return typeof learningRate?.default === 'number' ? { learningRate: learningRate.default } : {}
}

function change(training: Training): string | null {
  const changed = edit([{ kind: 'setTraining', training }])
  return changed.ok ? null : changed.error.message
}
