import { create } from 'zustand'
import { host } from '../host/current'

const key = 'thumbnails'

/** Whether the cards show what their blocks compute; remembered from one window to the next. */
export const useThumbnails = create<{ readonly on: boolean }>()(() => ({
  on: host.readSetting(key) !== 'off'
}))

useThumbnails.subscribe(({ on }) => host.writeSetting(key, on ? 'on' : 'off'))
