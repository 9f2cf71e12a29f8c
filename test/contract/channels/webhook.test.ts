import { channelContract } from '../channel-contract.ts'

channelContract('webhook')
