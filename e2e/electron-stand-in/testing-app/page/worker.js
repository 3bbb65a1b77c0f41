import { count } from './count.js'

onmessage = ({ data }) => {
  Atomics.store(new Int32Array(data), 0, count())
  postMessage('counted')
}
