import account from '../account/words.fr.json';
import api from '../api/words.fr.json';
import apikey from '../apikey/words.fr.json';
import audit from '../audit/words.fr.json';
import company from '../company/words.fr.json';
import crew from '../crew/words.fr.json';
import equipment from '../equipment/words.fr.json';
import leaving from '../leaving/words.fr.json';
import member from '../member/words.fr.json';
import support from '../support/words.fr.json';
import notification from '../notification/words.fr.json';
import report from '../report/words.fr.json';
import customer from '../customer/words.fr.json';
import feature from '../feature/words.fr.json';
import night from '../night/words.fr.json';
import onboarding from '../onboarding/words.fr.json';
import plan from '../plan/words.fr.json';
import platformaudit from '../platformaudit/words.fr.json';
import map from '../map/words.fr.json';
import property from '../property/words.fr.json';
import route from '../route/words.fr.json';
import shell from '../shell/words.fr.json';
import worklog from '../worklog/words.fr.json';
import winterevent from '../winterevent/words.fr.json';
import dashboard from '../dashboard/words.fr.json';
import weather from '../weather/words.fr.json';
import type en from './en';

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
} satisfies typeof en;
