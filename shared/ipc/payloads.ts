import * as z from 'zod/mini'
import { COMMANDS, type CommandId } from '../commands/commands'
import { limits } from '../document/limits'
import { isPlainName } from '../files/plain-name'
import { isSettingKey } from '../settings/settings'
import type { RequestName } from './names'

// A hostile window may send anything: every string, list and number has its bound here.
const text = (most: number) => z.string().check(z.maxLength(most))
const token = z.string().check(z.regex(/^[\w-]{1,64}$/))
const bytes = z.custom<Uint8Array>(
  value => value instanceof Uint8Array && value.length <= limits.fileBytes,
  'not bytes, or too many'
)
/** A name without a folder: a hostile window may propose one, and it becomes part of a path. */
const fileName = text(255).check(z.refine(isPlainName, 'not the plain name of a file'))
const command = z.enum(Object.keys(COMMANDS) as [CommandId, ...CommandId[]])
const label = text(500)

/** What a window tells of itself, for its title, its menu and what is asked when it closes. */
const face = z.strictObject({
  name: label,
  edited: z.boolean(),
  /** The file that the document came from or went to. */
  file: z.nullable(token),
  /** Whether a training goes on: then the machine must not sleep, nor an update restart the app. */
  training: z.boolean(),
  screen: z.enum(['home', 'editor']),
  enabled: z.array(command).check(z.maxLength(500)),
  checked: z.array(command).check(z.maxLength(500)),
  /** Words more exact than a command's label: "Undo add Dense". */
  titles: z.partialRecord(command, label)
})
export type WindowFace = z.infer<typeof face>

/** What each request carries. What does not match is refused before a handler sees it. */
export const payloads = {
  'window.begin': z.null(),
  'window.show': face,
  /** What it begins with: a new network, or the start screen. */
  'window.new': z.strictObject({ screen: z.enum(['home', 'editor']) }),
  /** The answer to `save-and-close`: whether the document is saved now. */
  'window.closing': z.strictObject({ saved: z.boolean() }),
  'window.restart': z.null(),
  'files.open': z.null(),
  'files.openDropped': z.strictObject({ path: text(32_768).check(z.minLength(1)) }),
  'files.reopen': z.strictObject({ file: token }),
  'files.save': z.strictObject({
    /** `null`: the person is asked where to. */
    file: z.nullable(token),
    name: fileName,
    bytes,
    /** `known`: only what was last read or written here is overwritten; `anything`: the person has said so. */
    over: z.enum(['known', 'anything'])
  }),
  'files.chooseExport': z.strictObject({ name: fileName }),
  'files.chooseFolder': z.strictObject({ name: fileName }),
  'files.writeExport': z.strictObject({ place: token, bytes }),
  'files.writeFolder': z.strictObject({
    place: token,
    name: fileName,
    files: z.array(z.strictObject({ name: fileName, bytes })).check(z.maxLength(10_000))
  }),
  'recent.list': z.null(),
  /** `picture` is drawn by the window, and given back to it as it came. */
  'recent.note': z.strictObject({ file: token, picture: text(200_000) }),
  'recent.forget': z.strictObject({ id: token }),
  'recent.clear': z.null(),
  'journal.begin': z.strictObject({
    name: text(limits.name),
    file: z.nullable(token),
    edits: z.int().check(z.minimum(0)),
    base: bytes
  }),
  'journal.append': z.strictObject({
    sequence: z.int().check(z.positive()),
    /** A line as `shared/journal` writes it. */
    line: text(limits.textBytes)
  }),
  'journal.end': z.null(),
  'journal.leave': z.null(),
  'journal.abandoned': z.null(),
  'journal.take': z.strictObject({ id: token }),
  'journal.discard': z.strictObject({ id: token }),
  'settings.write': z.strictObject({
    key: text(64).check(z.refine(isSettingKey, 'no such setting')),
    value: text(100_000)
  }),
  'app.openLink': z.strictObject({ url: text(2_000) }),
  'app.copyText': z.strictObject({ text: text(16 * 1024 ** 2) }),
  'app.copyPicture': z.strictObject({ png: bytes }),
  'app.details': z.null(),
  'app.report': z.strictObject({ message: text(2_000), stack: text(20_000) }),
  'app.restart': z.null(),
  'app.checkForUpdates': z.null()
} as const satisfies Readonly<Record<RequestName, z.ZodMiniType>>

export type Payloads = { readonly [Name in RequestName]: z.infer<(typeof payloads)[Name]> }
