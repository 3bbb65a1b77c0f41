export const crash = {
  title: 'The window could not be drawn',
  text: 'This is a mistake of Blockprop, not yours. Your network is still here: save it, then restart.',
  save: 'Save the network',
  restart: 'Restart',
  details: 'Details',
  detailsHelp: 'This is what “Copy details” copies: no paths and nothing of your work.',

  /** In place of a window whose process is gone. */
  page: {
    title: 'This window has stopped',
    reasons: {
      crashed: 'Something in Blockprop, in its browser engine or in a graphics driver went wrong.',
      memory: 'There was not enough memory for it. Closing other programs, or a smaller batch, may help.',
      killed: 'Another program, or the system, has ended it.',
      failed: 'It could not be started.'
    },
    kept: (when: string) => `Your work is kept as it was at ${when}. Restart, and it is here again.`,
    nothingKept: 'Nothing was left to save. Restart, and the window opens anew.',
    restarting: 'Restarting…',
    cantRestart: 'It did not restart. Close the window and open Blockprop again: your work is offered then.'
  },

  /** Asked by the system, since the window can't. */
  again: {
    message: 'Blockprop has stopped several times in a row',
    detail:
      'Your work is kept. If it stops again after a restart, choose “None” as graphics card in Settings.',
    restart: 'Restart the window',
    close: 'Close the window'
  },
  hanging: {
    message: 'The window does not answer',
    detail: 'You can wait for it, or restart it: your work is kept up to its last second.',
    wait: 'Wait',
    restart: 'Restart'
  }
}
