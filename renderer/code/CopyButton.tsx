import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { notify } from '../store/session'
import { Button } from '../ui/Button'

const words = strings.code

/** Copies the code, and says so until it is other code. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const done = copied === text
  return (
    <Button
      look="soft"
      onClick={async () => {
        if (await host.copyText(text)) setCopied(text)
        else notify({ kind: 'error', title: words.copy, text: words.cantCopy })
      }}
    >
      {done ? <Check /> : <Copy />}
      {done ? words.copied : words.copy}
    </Button>
  )
}
