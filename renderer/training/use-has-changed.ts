import { sameMeaning } from '../store/analysis'
import { useDocument } from '../store/document'
import { useTraining } from '../store/training'

/** Whether what is on the canvas is another network than the one that the scores are of. */
export function useHasChanged(): boolean {
  const trained = useTraining(s => s.trained)
  return useDocument(({ document }) => trained !== null && !sameMeaning(trained, document))
}
