import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'

/** The system's menu over text: what can be done with it. Blocks and edges have menus of the page's own. */
export function offerTextMenu(browser: BrowserWindow): void {
  browser.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'undo', enabled: editFlags.canUndo },
          { role: 'redo', enabled: editFlags.canRedo },
          { type: 'separator' },
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          { role: 'delete', enabled: editFlags.canDelete },
          { type: 'separator' },
          { role: 'selectAll', enabled: editFlags.canSelectAll }
        ]
      : selectionText.trim() === ''
        ? []
        : [{ role: 'copy', enabled: editFlags.canCopy }]
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window: browser })
  })
}
