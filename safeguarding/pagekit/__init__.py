"""What pages are made of: fields, layout, dates, rows, components and template tags. No page stands here."""
