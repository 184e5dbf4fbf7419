package io.streamalert.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.base.ParserBase;
import io.streamalert.benchmarks.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The same tape, made of the tokens of Jackson's byte parser.
 *
 * <p>The parser tells where a token starts, and skips a text faster than it decodes it; but it does
 * not tell where the text ends. So the end is looked up from the start of the token after it, only
 * whitespace and punctuation apart.
 */
public final class JacksonTape extends TapeCandidate {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long BACKSLASHES = '\\' * ONES;

  private final JsonFactory factory = new JsonFactory();
  private int[] words = new int[1024];

  /**
   * Creates a candidate.
   *
   * @param work what to do with a log
   */
  public JacksonTape(Work work) {
    super(work);
  }

  @Override
  JsonTape read(byte[] json) {
    try (JsonParser parser = factory.createParser(json)) {
      return new JsonTape(json, Arrays.copyOf(words, fill(parser, json)), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int fill(JsonParser parser, byte[] json) throws IOException {
    ParserBase offsets = (ParserBase) parser;
    int n = 0;
    int open = -1;
    int text = -1; // the string before this token, whose end is not known yet
    for (JsonToken token = parser.nextToken(); ; token = parser.nextToken()) {
      // Of a key, the parser knows only where its value starts: it has looked ahead.
      int start = token == null ? json.length : (int) offsets.getTokenCharacterOffset() - 1;
      int close = token == JsonToken.FIELD_NAME ? quoteBefore(json, start) : 0;
      if (token == JsonToken.FIELD_NAME) {
        start = nameStart(parser, json, close) - 1;
      }
      if (text >= 0) {
        endText(json, text, quoteBefore(json, start));
        text = -1;
      }
      if (token == null) {
        return n;
      }
      if (n > words.length - 3) {
        words = Arrays.copyOf(words, words.length * 2);
      }
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          words[n] = (token == JsonToken.START_OBJECT ? JsonTape.MAP : JsonTape.LIST)
                  << JsonTape.OFFSET_BITS
              | start;
          words[n + 1] = open;
          open = n;
          n += 3;
        }
        case END_OBJECT, END_ARRAY -> {
          int around = words[open + 1];
          words[open + 1] = n;
          words[open + 2] = start + 1;
          open = around;
        }
        case FIELD_NAME, VALUE_STRING -> {
          words[n] = JsonTape.STRING << JsonTape.OFFSET_BITS | start + 1;
          if (token == JsonToken.FIELD_NAME) {
            endText(json, n, close);
          } else {
            text = n;
          }
          n += 2;
        }
        default -> {
          words[n] = kind(token) << JsonTape.OFFSET_BITS | start;
          words[n + 1] = parser.getTextLength();
          n += 2;
        }
      }
    }
  }

  /**
   * Returns where a key starts, given its closing quote; asks the parser only if it is no plain
   * one.
   */
  private static int nameStart(JsonParser parser, byte[] json, int close) throws IOException {
    int plain = close - parser.currentName().length();
    if (plain > 1 && json[plain - 1] == '"' && json[plain - 2] != '\\') {
      return plain;
    }
    return (int) parser.currentTokenLocation().getByteOffset() + 1;
  }

  private static int quoteBefore(byte[] json, int offset) {
    int p = offset - 1;
    while (json[p] != '"') {
      p--;
    }
    return p;
  }

  private void endText(byte[] json, int text, int end) {
    int start = words[text] & JsonTape.MAX_OFFSET;
    words[text + 1] = end - start | (hasBackslash(json, start, end) ? JsonTape.ESCAPED : 0);
  }

  private static boolean hasBackslash(byte[] json, int start, int end) {
    int p = start;
    for (; p <= end - Long.BYTES; p += Long.BYTES) {
      long word = (long) JsonBytes.LONGS.get(json, p) ^ BACKSLASHES;
      if ((word - ONES & ~word & HIGHS) != 0) {
        return true;
      }
    }
    for (; p < end; p++) {
      if (json[p] == '\\') {
        return true;
      }
    }
    return false;
  }

  private static int kind(JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> JsonTape.NULL;
      case VALUE_TRUE -> JsonTape.TRUE;
      case VALUE_FALSE -> JsonTape.FALSE;
      case VALUE_NUMBER_INT -> JsonTape.INTEGER;
      default -> JsonTape.FLOAT;
    };
  }
}
