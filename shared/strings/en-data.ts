export const data = {
  died: 'The data could not be read: the process that reads it has ended. Try again.'
}
