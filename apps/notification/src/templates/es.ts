import type { CancelledBy } from '../who-is-told.js';
import { formats } from './formats.js';
import type { Words } from './words.js';

const { money, kilometres, minutes } = formats('es');

/** Spanish. */
export const es: Words = {
  driver_on_the_way: ({ pickupEtaSeconds, fare }) =>
    `Tu conductor va en camino y llega en ${minutes(pickupEtaSeconds)} aproximadamente. La tarifa es de ${money(fare)}.`,
  ride_is_yours: ({ pickupEtaSeconds, fare }) =>
    `El viaje es tuyo: la recogida está a ${minutes(pickupEtaSeconds)} aproximadamente. La tarifa es de ${money(fare)}.`,
  driver_arrived: () => 'Tu conductor está en el punto de recogida. Dile tu PIN.',
  receipt: ({ fare, distanceMetres, durationSeconds }) =>
    `Gracias por viajar con nosotros. Pagas ${money(fare)} por ${kilometres(distanceMetres)} en ${minutes(durationSeconds)}.`,
  earnings: ({ fare, distanceMetres, durationSeconds }) =>
    `El viaje ha terminado: ${money(fare)} por ${kilometres(distanceMetres)} en ${minutes(durationSeconds)}.`,
  ride_cancelled: (told) => {
    if (told.to === 'driver') return CANCELLED[told.by].driver;
    const fee = told.fee.minor > 0 ? `El cargo es de ${money(told.fee)}.` : 'No pagas nada.';
    return `${CANCELLED[told.by].rider} ${fee}`;
  },
  ride_unfulfilled: ({ because }) =>
    ({
      no_driver_nearby: 'No había ningún conductor cerca de ti. Inténtalo de nuevo en unos minutos.',
      none_free: 'Ningún conductor estaba libre para tu viaje. Inténtalo de nuevo en unos minutos.',
    })[because],
  searching_again: () => 'Tu conductor no puede venir. Buscamos otro para ti, con prioridad.',
  off_the_ride: ({ because }) =>
    ({
      you_left: 'Ya no llevas este viaje: lo hará otro conductor.',
      silence: 'Perdimos tu señal, así que otro conductor hará el viaje.',
    })[because],
  cancellation_refused: ({ because }) =>
    ({
      rider_aboard: 'El viaje ya no se puede cancelar: el pasajero está a bordo.',
      ride_ended: 'El viaje ya no se puede cancelar: ha terminado.',
      other: 'El viaje no se puede cancelar.',
    })[because],
};

const CANCELLED: Readonly<Record<CancelledBy, { readonly rider: string; readonly driver: string }>> = {
  rider: { rider: 'Tu viaje está cancelado, como pediste.', driver: 'El pasajero ha cancelado el viaje.' },
  no_show: {
    rider: 'Tu conductor te esperó en el punto de recogida y se ha ido: tu viaje está cancelado.',
    driver: 'El pasajero no se presentó: el viaje está cancelado.',
  },
  operator: { rider: 'Tuvimos que cancelar tu viaje.', driver: 'Tuvimos que cancelar el viaje.' },
};
