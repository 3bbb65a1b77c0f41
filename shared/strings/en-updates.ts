export const updates = {
  newest: (version: string) => `You have the newest version: Blockprop ${version}`,
  unavailable: 'This copy of Blockprop does not update itself',
  unavailableHint: 'Get new versions from where you got this one.',
  downloading: (version: string) => `Blockprop ${version} is being downloaded`,
  downloadingHint: 'You will be asked before anything restarts.',
  afterTraining: (version: string) => `Blockprop ${version} is there`,
  afterTrainingHint: 'It waits until the training has ended.',
  failed: 'Looking for updates did not work',
  ready: (version: string) => `Blockprop ${version} is ready`,
  readyOnQuit: 'Restart now to have it, or go on working: it is installed when you quit.',
  readyAskAgain: 'Restart now to have it, or go on working: you will be asked again at the next start.',
  restart: 'Restart now',
  later: 'Later'
}
