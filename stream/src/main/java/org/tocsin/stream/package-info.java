@NullMarked
package org.tocsin.stream;

import org.jspecify.annotations.NullMarked;
