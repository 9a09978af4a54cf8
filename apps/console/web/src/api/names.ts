import { services, type ServiceName } from '@ride/client';

export function isService(name: string | undefined): name is ServiceName {
  return services.some((each) => each === name);
}
