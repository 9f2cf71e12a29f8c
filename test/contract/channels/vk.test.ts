import { channelContract } from '../channel-contract.ts'

channelContract('vk')
