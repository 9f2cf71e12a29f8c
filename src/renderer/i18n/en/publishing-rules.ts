import type { Messages } from '../ru.ts'

export const publishingRules: Messages['publishingRules'] = {
  times: 'Times, in Moscow',
  quiet: 'Quiet hours',
  quietHint: 'Nothing goes out in them; sites and feeds are free.',
  from: 'From',
  to: 'To',
  clockError: 'Give a time in two digits, for example 08:00.',
  issueEmbargo: 'Stories of an issue not before, on its day',
  issueEmbargoHint: 'Empty: stories of an issue may be published at any time.',
  unique: 'Posts unlike others',
  uniqueHint: 'Tick the channels that must not repeat others. The likeness is shown when you publish.',
  most: 'May be repeated at most, %',
  mostError: 'Give a number from 0 to 100.',
  links: 'Links',
  marks: 'Marks in links to the site',
  marksHint: 'By them the site’s statistics know from which network and post a reader came.',
  medium: 'Mark of the medium (utm_medium)',
  campaign: 'Mark of the campaign (utm_campaign)',
  markError: 'At most 60 characters.',
  join: '“Join the union!” under every post',
  joinHint: 'Its address is set under “Publication”; while it is empty the link leads to the site.',
}
