import { Background, Controls, MiniMap, ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

// As many nodes as the example has that the other window opens, as React Flow draws them by itself.
const labels = ['Image', 'Conv2D', 'MaxPooling2D', 'Flatten', 'Dense', 'Digit']
const nodes = labels.map((label, i) => ({ id: label, position: { x: i * 200, y: 80 }, data: { label } }))
const edges = labels.slice(1).map((target, i) => ({ id: target, source: labels[i] ?? '', target }))

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no element #root')
createRoot(place).render(
  <StrictMode>
    <div style={{ width: '100vw', height: '100vh' }}>
      <ReactFlow defaultNodes={nodes} defaultEdges={edges} fitView>
        <Background />
        <Controls />
        <MiniMap />
      </ReactFlow>
    </div>
  </StrictMode>
)
