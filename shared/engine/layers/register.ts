/** Registers every layer of ours with tfjs: whoever builds or loads a model imports this. */
import './activation'
import './batch-normalization'
import './dropout'
import './global-average-pooling-1d'
import './layer-normalization'
import './lstm'
import './merge'
import './multi-head-attention'
