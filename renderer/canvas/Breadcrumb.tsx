import { Panel } from '@xyflow/react'
import { ChevronRight } from 'lucide-react'
import { useDocument } from '../store/document'
import { showNetwork } from '../store/session'
import { useShownNetworkId } from '../store/shown'
import { Button } from '../ui/Button'
import styles from './Canvas.module.css'

/** The way back from the inside of a group. */
export function Breadcrumb() {
  const shown = useShownNetworkId()
  const root = useDocument(s => s.document.root)
  const rootName = useDocument(s => s.document.name)
  const name = useDocument(s => s.document.networks[shown]?.name)
  if (shown === root) return null
  return (
    <Panel position="top-left" className={styles.crumbs}>
      <Button onClick={() => showNetwork(null)}>{rootName}</Button>
      <ChevronRight />
      <b>{name}</b>
    </Panel>
  )
}
