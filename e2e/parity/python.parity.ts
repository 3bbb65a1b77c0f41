import { expect, test } from 'vitest'
import { float32, int32 } from './numpy-array'
import { black, runPython } from './python'

test('the frameworks are the ones that requirements.txt pins', async () => {
  const { values } = await runPython(`
import keras, numpy, torch
result.update(
    keras=keras.__version__,
    numpy=numpy.__version__,
    torch=torch.__version__.partition("+")[0],
    backend=keras.backend.backend(),
)`)
  expect(values).toEqual({ keras: '3.15.1', numpy: '2.4.6', torch: '2.13.0', backend: 'torch' })
})

test('arrays come back as they went', async () => {
  const sent = {
    a: float32([2, 2], [1.5, -2, 0, 1e-8]),
    b: int32([3], [1, -2, 3]),
    empty: float32([0, 4], [])
  }
  const { arrays } = await runPython('result.update(arrays)', { arrays: sent })
  expect(arrays).toEqual(sent)
})

test('tensors, booleans, long integers and plain values come back too', async () => {
  const { arrays, values, text } = await runPython(`
import torch
result["mean"] = torch.tensor([1.0, 3.0], requires_grad=True).mean()
result["isPositive"] = np.array([1, -1]) > 0
result["best"] = torch.tensor([[1, 5, 2]]).argmax(1)
result["names"] = ["a", "b"]
print("seen")`)
  expect(arrays).toEqual({
    mean: float32([], [2]),
    isPositive: { dtype: 'uint8', shape: [2], data: Uint8Array.of(1, 0) },
    best: int32([1], [1])
  })
  expect([values, text]).toEqual([{ names: ['a', 'b'] }, 'seen\n'])
})

test('an error brings its traceback, and the process goes on with nothing left over', async () => {
  await expect(runPython('left = 1\nraise ValueError("no such thing")')).rejects.toThrow(
    /line 2[^]*ValueError: no such thing/
  )
  await expect(runPython('left')).rejects.toThrow('NameError')
  await expect(runPython('import sys; sys.exit(3)')).rejects.toThrow('SystemExit: 3')
  expect((await runPython('result["x"] = 1')).values).toEqual({ x: 1 })
})

test('all cases share one process, and a process that dies is replaced', async () => {
  const pid = 'import os; result["pid"] = os.getpid()'
  const first = (await runPython(pid)).values
  expect((await runPython(pid)).values).toEqual(first)
  await expect(runPython('import os; os._exit(7)')).rejects.toThrow('Python ended with code 7')
  expect((await runPython(pid)).values).not.toEqual(first)
})

test('black formats', async () => {
  expect(await black("x = {  'a':1 }  # α")).toBe('x = {"a": 1}  # α\n')
  await expect(black('def :')).rejects.toThrow('Cannot parse')
})
