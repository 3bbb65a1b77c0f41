import {
  Activity,
  Box,
  ChartSpline,
  CircleHelp,
  Combine,
  Component,
  Dices,
  Eye,
  Grid2x2,
  Grid3x3,
  Image,
  LogIn,
  LogOut,
  Plus,
  Repeat,
  Rows3,
  Scaling,
  ScanSearch,
  Share2,
  SlidersHorizontal,
  Table2,
  Target,
  type LucideIcon
} from 'lucide-react'
import type { GroupId } from '../../shared/blocks/block'

/** Each group has an icon, so that a new block needs none of its own. */
const groups: Readonly<Record<GroupId, LucideIcon>> = {
  input: Box,
  core: Share2,
  convolution: ScanSearch,
  pooling: Grid2x2,
  normalisation: SlidersHorizontal,
  regularisation: Dices,
  recurrent: Repeat,
  attention: Eye,
  activation: ChartSpline,
  merge: Combine
}

/** Where a block looks like something that the others of its group don't. */
const types: Readonly<Record<string, LucideIcon>> = {
  input: Image,
  output: Target,
  groupInput: LogIn,
  groupOutput: LogOut,
  group: Component,
  flatten: Rows3,
  embedding: Table2,
  averagePooling2d: Grid3x3,
  batchNormalization: Activity,
  layerNormalization: Scaling,
  add: Plus
}

export function iconOf(type: string, group: GroupId | undefined): LucideIcon {
  return (Object.hasOwn(types, type) ? types[type] : undefined) ?? (group ? groups[group] : CircleHelp)
}
