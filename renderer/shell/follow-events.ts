import { analysisOf } from '../store/analysis'
import { announce } from '../store/announce'
import { useDocument } from '../store/document'
import { useTraining } from '../store/training'
import { problemWords, runWords } from './spoken'

/** From here on what happens by itself is told: a run that begins and ends, a problem that comes and goes. */
export function followEvents(): () => void {
  let known = analysisOf(useDocument.getState().document).problems
  const ends = [
    useTraining.subscribe(({ run }, before) => announce(runWords(before.run, run))),
    useDocument.subscribe(({ document, history }, before) => {
      // While a person types or drags, what is half done has no problem yet.
      if (history.open !== null) return
      const { problems } = analysisOf(document)
      if (document.id === before.document.id) announce(problemWords(known, problems))
      known = problems
    })
  ]
  return () => ends.forEach(end => end())
}
