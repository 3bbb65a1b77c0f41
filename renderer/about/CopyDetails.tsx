import { Check, Copy } from 'lucide-react'
import { useState, type Ref } from 'react'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { Button } from '../ui/Button'
import { currentDetails } from './details'

const words = strings.about

interface CopyDetailsProps {
  /** What went wrong, where something has. */
  readonly error?: Error | null
  readonly describedBy?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** Copies what a report of a fault needs, and says whether it is copied: here, since nothing else may be left. */
export function CopyDetails({ error = null, describedBy, ref }: CopyDetailsProps) {
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <Button
        ref={ref}
        look="soft"
        aria-describedby={describedBy}
        onClick={async () => setCopied(await host.copyText(await currentDetails(error)))}
      >
        {copied === true ? <Check /> : <Copy />}
        {copied === true ? words.copied : words.copyDetails}
      </Button>
      {copied === false && <span role="alert">{words.cantCopy}</span>}
    </>
  )
}
