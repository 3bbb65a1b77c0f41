/** Whether Command takes the part of Control. */
export const isMac = /^Mac|^iP/.test(navigator.platform)
