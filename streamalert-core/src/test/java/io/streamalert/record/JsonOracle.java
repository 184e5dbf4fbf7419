package io.streamalert.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second, slow and simple reader with the rules of {@link JsonScanner}, built on Jackson's.
 *
 * <p>Values: {@code String}, {@code Boolean}, {@link Number}, {@link Null}, {@code List} and
 * {@code LinkedHashMap}.
 */
final class JsonOracle {

  /** The only literal that is no boolean. */
  enum Null {
    /** {@code null}. */
    NULL
  }

  /**
   * A number.
   *
   * @param integer whether it has neither fraction nor exponent
   * @param source its text
   */
  record Number(boolean integer, String source) {}

  /** Python's words for numbers that are none; Jackson takes INF and signs with plus too. */
  private static final Set<String> NON_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  /** Any escape; with a group if it is a surrogate. */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([dD][89a-fA-F][0-9a-fA-F]{2})|.)", Pattern.DOTALL);

  private final JsonFactory factory;

  JsonOracle(int maxDepth) {
    factory = JsonFactory.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(maxDepth)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build())
        .build();
  }

  /** Returns the value, or empty if this is not JSON. */
  Optional<Object> read(byte[] bytes) {
    // Jackson detects encodings otherwise than Python and lets some malformed UTF-8 pass, so it
    // gets text.
    try (JsonParser parser = factory.createParser(withoutSurrogateEscapes(decode(bytes)))) {
      parser.nextToken();
      Object value = value(parser);
      // Jackson sees a document that ends here; Python, and we, want nothing after it.
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IllegalArgumentException("empty");
    }
    return switch (token) {
      case VALUE_NULL -> Null.NULL;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> new Number(true, parser.getText());
      case VALUE_NUMBER_FLOAT -> new Number(false, number(parser.getText()));
      case START_ARRAY -> list(parser);
      case START_OBJECT -> map(parser);
      default -> throw new IllegalArgumentException("unexpected " + token);
    };
  }

  private static String number(String source) {
    if (!Character.isDigit(source.charAt(source.length() - 1)) && !NON_NUMBERS.contains(source)) {
      throw new IllegalArgumentException("not a number of Python's");
    }
    return source;
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  private static Map<String, Object> map(JsonParser parser) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      map.put(key, value(parser));
    }
    return map;
  }

  /**
   * Jackson takes an escaped lone surrogate in text but not in a key; it does not look at those
   * that stand raw.
   */
  private static String withoutSurrogateEscapes(String json) {
    return ESCAPE.matcher(json).replaceAll(match -> {
      String hex = match.group(1);
      return Matcher.quoteReplacement(
          hex == null ? match.group() : "" + (char) Integer.parseInt(hex, 16));
    });
  }

  /** Follows {@code json.detect_encoding} of Python line by line. */
  private static String decode(byte[] b) throws CharacterCodingException {
    if (starts(b, 0, 0, 0xfe, 0xff) || starts(b, 0xff, 0xfe, 0, 0)) {
      return decode(b, 4, starts(b, 0) ? "UTF-32BE" : "UTF-32LE");
    }
    if (starts(b, 0xfe, 0xff) || starts(b, 0xff, 0xfe)) {
      return decode(b, 2, starts(b, 0xfe) ? "UTF-16BE" : "UTF-16LE");
    }
    if (starts(b, 0xef, 0xbb, 0xbf)) {
      return decode(b, 3, "UTF-8");
    }
    if (b.length >= 4 && b[0] == 0) {
      return decode(b, 0, b[1] != 0 ? "UTF-16BE" : "UTF-32BE");
    }
    if (b.length >= 4 && b[1] == 0) {
      return decode(b, 0, b[2] != 0 || b[3] != 0 ? "UTF-16LE" : "UTF-32LE");
    }
    if (b.length == 2 && (b[0] == 0 || b[1] == 0)) {
      return decode(b, 0, b[0] == 0 ? "UTF-16BE" : "UTF-16LE");
    }
    return decode(b, 0, "UTF-8");
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] bytes, int mark, String name)
      throws CharacterCodingException {
    Charset charset = Charset.forName(name);
    byte[] content = Arrays.copyOfRange(bytes, mark, bytes.length);
    CharBuffer text = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(content));
    // The JDK's UTF-32 decoder joins two encoded surrogates; what is well-formed survives the way
    // back.
    if (!Arrays.equals(text.toString().getBytes(charset), content)) {
      throw new CharacterCodingException();
    }
    return text.toString();
  }

  /** Returns UTF-8 bytes. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
