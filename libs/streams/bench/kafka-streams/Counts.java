import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Suppressed;
import org.apache.kafka.streams.kstream.TimeWindows;

/** Counts records in windows of a minute; prints how long it took from the first record to the last commit. */
public class Counts {
  public static void main(String[] args) throws Exception {
    String brokers = args[0], in = args[1], out = args[2], app = args[3], guarantee = args[4], folder = args[5];
    long records = Long.parseLong(args[6]);
    AtomicLong begin = new AtomicLong();
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(in, Consumed.with(Serdes.String(), Serdes.ByteArray()).withTimestampExtractor((record, before) -> {
          begin.compareAndSet(0, System.nanoTime());
          return Instant.parse(new String(record.headers().lastHeader("ce_time").value(), StandardCharsets.UTF_8)).toEpochMilli();
        }))
        .groupByKey(Grouped.with(Serdes.String(), Serdes.ByteArray()))
        .windowedBy(TimeWindows.ofSizeAndGrace(Duration.ofMinutes(1), Duration.ofSeconds(10)))
        .count()
        .suppress(Suppressed.untilWindowCloses(Suppressed.BufferConfig.unbounded()))
        .toStream()
        .map((key, count) -> KeyValue.pair(key.key(), key.window().start() + " " + count))
        .to(out, Produced.with(Serdes.String(), Serdes.String()));
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, app);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    KafkaStreams streams = new KafkaStreams(builder.build(), properties);
    streams.start();
    try (Admin admin = Admin.create(properties)) {
      while (committed(admin, app, in) < records) Thread.sleep(20);
    }
    System.out.println((System.nanoTime() - begin.get()) / 1_000_000);
    streams.close(Duration.ofSeconds(10));
    System.exit(0);
  }

  private static long committed(Admin admin, String app, String in) throws Exception {
    return admin.listConsumerGroupOffsets(app).partitionsToOffsetAndMetadata().get().entrySet().stream()
        .filter(each -> each.getKey().topic().equals(in) && each.getValue() != null)
        .mapToLong(each -> each.getValue().offset())
        .sum();
  }
}
