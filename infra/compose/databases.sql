-- One database per service, and the schema registry's.
CREATE DATABASE ride_registry;
CREATE DATABASE ride_rider;
CREATE DATABASE ride_driver;
CREATE DATABASE ride_matching;
CREATE DATABASE ride_booking;
CREATE DATABASE ride_notification;
CREATE DATABASE ride_insights;
CREATE DATABASE ride_console;
