import { createDataSession, type ToData } from '../../shared/datasets/data-session'
import { readAsset } from './read-asset'

const answer = createDataSession(readAsset)

self.addEventListener('message', ({ data }: MessageEvent<ToData>) => {
  void answer(data).then(message => self.postMessage(message))
})
