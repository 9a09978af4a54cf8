export const USAGE = `Riders and drivers made from a file of trips, through the public REST API.

Usage: npm run simulate -- [options]

  --trips FILE     trips as CSV (default: the sample that comes with the simulator)
  --limit N        how many trips of the file, from its beginning (default 50)
  --every N        takes every N-th trip of the file only: as many drivers then serve a longer time of it
  --drivers N      how many drivers are on shift (default 60)
  --speed X        how many times faster than real time riders come and drivers drive (default 60);
                   the services' deadlines stay as they are
  --seed N         where drivers begin, and who does what, follows from it (default 1)
  --json FILE      writes the summary as JSON too
  --first-ride     one rider and one driver: shows their ride fact by fact (speed 400 unless given)
  --find-speed     repeats the run with rising speed, from --speed on, and says the highest at which
                   the p99 of request to offer stays under 250 ms
  --help           shows this

Rates, each from 0 to 1 or a percentage such as 5% (default 0):
  --decline P        of the offers are declined by their drivers (--accept P: all but P)
  --ignore P         of the offers are not answered
  --cancel-rider P   of the rides are cancelled by their riders: while they wait for an offer, once they are
                     booked, or at the pickup
  --no-show P        of the riders do not come to the pickup
  --cancel-driver P  of the bookings are cancelled by their drivers: on the way to the pickup, or there
  --silent P         of the bookings have a driver of whom nothing is heard any more before the pickup
  --silent-aboard P  the same with the rider aboard: the trip times out

Columns of the file: request_id, pickup_time, duration_s, distance_m, pickup_lat, pickup_lon, dropoff_lat,
dropoff_lon; others are ignored. Where the services are is said by the RIDE_* variables.

Exit code: 0 all rides reconciled, 1 not, 2 wrong options or trips, 130 stopped by Ctrl-C.
`;
