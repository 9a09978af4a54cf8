import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.Suppressed;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.ValueJoiner;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.Stores;

/** Answers cases, a line of JSON each, as Kafka Streams does: sums in windows, tables, joins. */
public class Oracle {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(JSON.writeValueAsString(answer(JSON.readTree(line))));
      System.out.flush();
    }
  }

  private static ObjectNode answer(JsonNode asked) {
    StreamsBuilder builder = new StreamsBuilder();
    KTable<String, String> table =
        builder.table(
            "table",
            Consumed.with(Serdes.String(), Serdes.String()),
            Materialized.<String, String>as(Stores.inMemoryKeyValueStore("table")).withLoggingDisabled().withCachingDisabled());
    KStream<String, Long> stream = builder.stream("in", Consumed.with(Serdes.String(), Serdes.Long()));
    if (asked.get("newKey").asBoolean())
      stream = stream.repartition(Repartitioned.<String, Long>as("new").withKeySerde(Serdes.String()).withValueSerde(Serdes.Long()));
    KStream<String, String> results = asked.get("windows").isNull() ? stream.mapValues(Object::toString) : sums(stream, asked.get("windows"));
    ValueJoiner<String, String, String> joiner = (value, row) -> value + " " + row;
    Joined<String, String, String> joined = Joined.with(Serdes.String(), Serdes.String(), Serdes.String());
    switch (asked.get("join").asText()) {
      case "keep" -> results = results.leftJoin(table, joiner, joined);
      case "drop" -> results = results.join(table, joiner, joined);
      default -> results = results.mapValues(value -> value + " null");
    }
    results.to("out", Produced.with(Serdes.String(), Serdes.String()));
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "oracle");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, System.getProperty("oracle.state"));
    try (TopologyTestDriver driver = new TopologyTestDriver(builder.build(), properties)) {
      TestInputTopic<String, Long> in = driver.createInputTopic("in", new StringSerializer(), new LongSerializer());
      TestInputTopic<String, String> rows = driver.createInputTopic("table", new StringSerializer(), new StringSerializer());
      TestOutputTopic<String, String> out = driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());
      for (JsonNode record : asked.get("records")) {
        String key = record.get("key").isNull() ? null : record.get("key").asText();
        long time = record.get("time").asLong();
        if (record.has("town")) rows.pipeInput(key, record.get("town").isNull() ? null : record.get("town").asText(), time);
        else in.pipeInput(key, record.get("value").asLong(), time);
      }
      ObjectNode answer = JSON.createObjectNode();
      ArrayNode said = answer.putArray("said");
      for (KeyValue<String, String> one : out.readKeyValuesToList()) said.add(one.key + " " + one.value);
      answer.put("dropped", dropped(driver));
      return answer;
    }
  }

  private static KStream<String, String> sums(KStream<String, Long> stream, JsonNode asked) {
    Duration size = Duration.ofMillis(asked.get("size").asLong());
    Duration grace = Duration.ofMillis(asked.get("grace").asLong());
    TimeWindows windows = TimeWindows.ofSizeAndGrace(size, grace).advanceBy(Duration.ofMillis(asked.get("advance").asLong()));
    KTable<Windowed<String>, Long> sums =
        stream
            .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
            .windowedBy(windows)
            .aggregate(
                () -> 0L,
                (key, value, sum) -> sum + value,
                Materialized.<String, Long>as(Stores.inMemoryWindowStore("sums", size.plus(grace), size, false))
                    .withKeySerde(Serdes.String())
                    .withValueSerde(Serdes.Long())
                    .withLoggingDisabled()
                    .withCachingDisabled());
    if (asked.get("emit").asText().equals("closed"))
      sums = sums.suppress(Suppressed.untilWindowCloses(Suppressed.BufferConfig.unbounded().withLoggingDisabled()));
    return sums.toStream()
        .map((key, sum) -> KeyValue.pair(key.key(), key.window().start() + " " + key.window().end() + " " + sum))
        .repartition(Repartitioned.<String, String>as("results").withKeySerde(Serdes.String()).withValueSerde(Serdes.String()));
  }

  private static long dropped(TopologyTestDriver driver) {
    return driver.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("dropped-records-total"))
        .mapToLong(metric -> ((Double) metric.metricValue()).longValue())
        .sum();
  }
}
