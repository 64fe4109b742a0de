"""Static files in production: named by their content, modules' imports rewritten, and compressed."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedModules(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Also renames what a module imports, so that a new release never mixes with an old one in a cache."""

    support_js_module_import_aggregation = True
