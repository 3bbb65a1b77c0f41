/** Registers every layer of ours with tfjs: whoever builds or loads a model imports this. */
import './activation'
import './batch-normalization'
import './block'
import './layer-normalization'
import './lstm'
import './multi-head-attention'
