package io.streamalert.config;

import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Collection;
import java.util.List;

/** The keywords of JSON Schema that ours use; a schema with another one is refused. */
final class SchemaKeywords {

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private SchemaKeywords() {}

  static Dialect dialect() {
    return Dialect.builder(DRAFT)
        .specificationVersion(SpecificationVersion.DRAFT_2020_12)
        .idKeyword("$id")
        .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
        .keywords(checks())
        .keywords(remarks())
        .build();
  }

  private static Collection<KeywordType> checks() {
    return List.of(
        KeywordType.REF,
        KeywordType.TYPE,
        KeywordType.ENUM,
        KeywordType.PROPERTIES,
        KeywordType.ADDITIONAL_PROPERTIES,
        KeywordType.REQUIRED,
        KeywordType.ITEMS,
        KeywordType.MIN_ITEMS,
        KeywordType.MIN_LENGTH,
        KeywordType.IF_THEN_ELSE);
  }

  private static Collection<Keyword> remarks() {
    return List.of(
        new AnnotationKeyword("title"),
        new AnnotationKeyword("description"),
        new AnnotationKeyword("default"),
        new AnnotationKeyword("examples"),
        new AnnotationKeyword("x-streamalert"),
        new NonValidationKeyword("then"),
        new NonValidationKeyword("$schema"),
        new NonValidationKeyword("$defs"));
  }
}
