import { channelContract } from '../channel-contract.ts'

channelContract('rss')
