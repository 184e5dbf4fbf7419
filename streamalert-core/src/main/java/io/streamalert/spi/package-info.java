/**
 * What extends StreamAlert from another jar. Implement one of these interfaces in a public class
 * with a public constructor without parameters, and name the class in {@code META-INF/services/}
 * under the full name of the interface; {@link java.util.ServiceLoader} then finds it wherever the
 * jar is on the class path. Programs that put an instance together in code need none of them.
 *
 * <p>A provider is made once per instance and must be safe for use by many threads. If two
 * providers of one kind have the same name, the instance does not start; the error names both
 * classes. A provider that finds a mistake in what it was given throws a {@link
 * io.streamalert.settings.ConfigException}, whose message never holds the value of a secret.
 */
@NullMarked
package io.streamalert.spi;

import org.jspecify.annotations.NullMarked;
