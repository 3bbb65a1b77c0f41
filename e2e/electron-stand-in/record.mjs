/** What the app did that leaves no trace in a page: tests read it through `app.evaluate(({ __standin }) => …)`. */
export const record = {
  /** URLs and paths that the shell was to open, in order. @type {string[]} */
  opened: [],
  /** Paths that the shell was to show in their folder. @type {string[]} */
  shown: [],
  /** Requests to the network, which has none here. @type {string[]} */
  blocked: [],
  /** Answers of the app's own protocols. @type {{ url: string, status: number }[]} */
  served: [],
  /** Dialogs that nobody answered. @type {{ method: string, options: unknown }[]} */
  unexpectedDialogs: [],
  /** @type {string[]} */
  recentDocuments: [],
  /** @type {import('electron').AboutPanelOptionsOptions | undefined} */
  aboutPanel: undefined,
  /** Options of `app.relaunch`. @type {unknown[]} */
  relaunches: [],
  /** @type {import('electron').JumpListCategory[] | null} */
  jumpList: null,
  /** What windows showed as their progress. @type {number[]} */
  progress: [],
  /** @type {{ title: string, body: string }[]} */
  notifications: [],
  /** Menus that popped up, the latest last. @type {import('./api/menu.mjs').Menu[]} */
  popups: [],
  /** What went wrong in the main process without ending it. @type {string[]} */
  complaints: []
}
