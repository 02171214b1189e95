import account from '../account/words.en.json';
import api from '../api/words.en.json';
import apikey from '../apikey/words.en.json';
import audit from '../audit/words.en.json';
import company from '../company/words.en.json';
import crew from '../crew/words.en.json';
import equipment from '../equipment/words.en.json';
import leaving from '../leaving/words.en.json';
import member from '../member/words.en.json';
import support from '../support/words.en.json';
import notification from '../notification/words.en.json';
import report from '../report/words.en.json';
import customer from '../customer/words.en.json';
import feature from '../feature/words.en.json';
import night from '../night/words.en.json';
import onboarding from '../onboarding/words.en.json';
import plan from '../plan/words.en.json';
import platformaudit from '../platformaudit/words.en.json';
import map from '../map/words.en.json';
import property from '../property/words.en.json';
import route from '../route/words.en.json';
import shell from '../shell/words.en.json';
import worklog from '../worklog/words.en.json';
import winterevent from '../winterevent/words.en.json';
import dashboard from '../dashboard/words.en.json';
import weather from '../weather/words.en.json';

/** What the portal says in English: each feature's words lie in its own folder. The other languages have the same keys. */
export default {
  account,
  api,
  apikey,
  audit,
  company,
  crew,
  customer,
  dashboard,
  equipment,
  feature,
  leaving,
  map,
  member,
  night,
  notification,
  onboarding,
  plan,
  platformaudit,
  property,
  report,
  route,
  shell,
  support,
  weather,
  winterevent,
  worklog,
};
