import { useLocalStorage } from '@mantine/hooks';
import { useCustomer, useSignIn } from '../account/useSession';

/** What this person chose for this company in this browser. */
export function useStored<T>(placeOf: (accountId: string, customerId: string) => string, usual: T) {
  const { account } = useSignIn();
  const { customerId } = useCustomer();
  return useLocalStorage<T>({
    key: placeOf(account.id, customerId),
    defaultValue: usual,
    getInitialValueInEffect: false,
  });
}
