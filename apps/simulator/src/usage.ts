export const USAGE = `Riders and drivers made from a file of trips, through the public REST API.

Usage: npm run simulate -- [options]

  --trips FILE     trips as CSV (default: the sample that comes with the simulator)
  --limit N        how many trips of the file, from its beginning (default 50)
  --drivers N      how many drivers are on shift (default 60)
  --speed X        how many times faster than real time riders come and drivers drive (default 60);
                   the services' deadlines stay as they are
  --seed N         where drivers begin and what they decline follows from it (default 1)
  --accept P       probability that a driver accepts an offer, 0 to 1 (default 1)
  --json FILE      writes the summary as JSON too
  --first-ride     one rider and one driver: shows their ride fact by fact (speed 400 unless given)
  --find-speed     repeats the run with rising speed, from --speed on, and says the highest at which
                   the p99 of request to offer stays under 250 ms
  --help           shows this

Columns of the file: request_id, pickup_time, duration_s, distance_m, pickup_lat, pickup_lon, dropoff_lat,
dropoff_lon; others are ignored. Where the services are is said by the RIDE_* variables.

Exit code: 0 all rides reconciled, 1 not, 2 wrong options or trips, 130 stopped by Ctrl-C.
`;
